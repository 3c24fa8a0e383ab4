/** Whether every guard is in the driver in this folder, which is that of this installation unless it is said. */
export function isDriverPatched(folder?: string): boolean
