/** Whether every guard is in the driver of this installation. */
export function isDriverPatched(): boolean
