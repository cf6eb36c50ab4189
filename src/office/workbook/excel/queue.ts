/** Runs tasks one after another, in the order given; a task that fails does not hold up the next. */
export interface Queue {
  run<T>(task: () => Promise<T>): Promise<T>
}

/**
 * One queue for all Excel work: many calls at once can fail with "wait until the previous call completes".
 * After each task the page gets a turn, so that a long run of writes never looks like a hung add-in.
 */
export function createQueue(turn: () => Promise<void> = nextTurn): Queue {
  let last: Promise<unknown> = Promise.resolve()
  return {
    run(task) {
      const result = last.then(task)
      last = result.catch(() => undefined).then(turn)
      return result
    },
  }
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0))
}
