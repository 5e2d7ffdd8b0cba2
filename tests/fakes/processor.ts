/** The processor time of this thread so far, in milliseconds: what others do on the machine is not in it. */
export function processorMs(): number {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1000
}
