export function TriageRoute() { return null; }
