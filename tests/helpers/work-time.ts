/** How much a machine has to do for some work, whatever else it is doing. */

/** Milliseconds of processor time that this thread spends on work. */
export function workTime(work: () => unknown): number {
  const start = process.threadCpuUsage();
  work();
  const { user, system } = process.threadCpuUsage(start);
  return (user + system) / 1000;
}
