/** The organisation that the benchmarks ask as. */
export const ukprn = '99990001'
export const password = 'NotARealPasswd16'
export const certificatePassword = 'bench'

/** Learners whom the simulator knows: `someUlns` of so many, all called Ada Example. */
export const mostLearners = 5000
