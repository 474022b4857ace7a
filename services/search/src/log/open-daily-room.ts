export interface DailyRoom {
  /** Whether one more fits into today. */
  isLeft(): boolean
  take(): void
}

/** Opens room for so many a day and process. A flood of forged searches ends here. */
export function openDailyRoom(mostADay: number, now = () => Date.now()): DailyRoom {
  let day = ''
  let taken = 0
  const takenToday = () => {
    const today = new Date(now()).toISOString().slice(0, 10)
    if (today !== day) [day, taken] = [today, 0]
    return taken
  }
  return { isLeft: () => takenToday() < mostADay, take: () => void (taken = takenToday() + 1) }
}
