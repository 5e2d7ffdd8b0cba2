/** How long a test waits for an event that should have come: a guard against hanging, never a measure of speed. */
export const PATIENCE_MS = 90_000
