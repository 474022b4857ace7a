/** Returns whether one more fits into today, of so many a day and process. A flood of forged searches ends here. */
export function openDailyRoom(mostADay: number, now = () => Date.now()): () => boolean {
  let day = ''
  let taken = 0
  return () => {
    const today = new Date(now()).toISOString().slice(0, 10)
    if (today !== day) [day, taken] = [today, 0]
    return ++taken <= mostADay
  }
}
