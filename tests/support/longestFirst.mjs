import Sequencer from '@jest/test-sequencer'

/** Tests across parts start databases, processes, whole sandboxes. */
const acrossParts = /[\\/]tests[\\/]/

/**
 * What takes longest goes first, so that no core waits at the end for the last one. In a clean
 * checkout jest knows no times and goes by the size of the files, which says little of them.
 */
export default class LongestFirst extends Sequencer {
  sort(tests) {
    const sorted = super.sort(tests)
    const isLong = ({ path, duration }) => duration === undefined && acrossParts.test(path)
    return [...sorted.filter(isLong), ...sorted.filter((test) => !isLong(test))]
  }
}
