/**
 * Codes of our own for learners who are not sent to LRS (LNK0001–LNK0099). They stand in the grid's
 * Error Code column beside LRS's WSEC codes and cannot be mistaken for them. The codes for answers
 * that did not come or could not be read (LNK01xx) live with the LRS client.
 */
export const lnkCodes = {
  LNK0001: 'The learner has no ULN in ebs. Add it in ebs, then download again.',
  LNK0002: 'The learner has no first name in ebs. Add it in ebs, then download again.',
  LNK0003: 'The learner has no surname in ebs. Add it in ebs, then download again.',
  LNK0004: 'The ULN in ebs is not a valid ULN. Correct it in ebs, then download again.',
  LNK0005:
    'The ULN in ebs is the temporary number 9999999999. Find the learner’s own ULN, then download again.',
  LNK0006:
    'The first name or surname is longer than the 35 characters LRS takes. Shorten it in ebs, then download again.',
  LNK0007: 'No learner with this person code is in ebs.',
  LNK0008: 'The learner was merged in ebs.',
  LNK0009: 'Another learner in ebs has the same ULN. Find out whose it is and correct the other.',
  LNK0010:
    'The learner has not seen the privacy notice, or has opted out, and is not looked up here. Record it in ebs, then download again.',
} as const

export type LnkCode = keyof typeof lnkCodes
