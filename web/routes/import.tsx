export function ImportRoute() { return null; }
