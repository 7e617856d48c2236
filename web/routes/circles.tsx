export function CirclesRoute() { return null; }
