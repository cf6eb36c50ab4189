import type { LrsCode } from './code.ts'

const source = 'Tribal ebs documentation, MIAP appendices (sister services; not expected here)'
const advice = 'Report it: LRS gave a code that belongs to another of its services.'

/**
 * Codes that LRS gives in its other services (finding, registering, uploading). They are not
 * expected on this call; should one come, its row says what it means instead of "unknown".
 */
export const sisterCodes: readonly LrsCode[] = [
  sister('WSRC0002', 'Too many matches'),
  sister('WSRC0003', 'Possible matches'),
  sister('WSRC0005', 'Learner registered'),
  sister('WSRC0006', 'Learner updated'),
  sister('WSRC0007', 'Batch submitted'),
  sister('WSRC0008', 'Batch incomplete'),
  sister('WSRC0009', 'Batch successful'),
  sister('WSRC0010', 'Batch failed'),
  sister('WSRC0013', 'The ULN has changed since it was last read'),
  sister('WSRC0014', 'Invalid change of the ability to share'),
  sister('WSRC0015', 'Insufficient data'),
  sister('WSRC0017', 'The record count is incorrect'),
  sister('WSRC0018', 'Unknown job'),
  sister('WSRC0019', 'The ULN was not found for an update'),
  sister('WSRC0020', 'No changes, not updated'),
  sister('WSRC0021', 'The learner could not be registered'),
  sister('WSRC0023', 'The ULNs for the report were not found'),
  sister('WSRC0024', 'No ULNs for the report'),
  sister('WSRC0030', 'The record count of a verification batch is incorrect'),
  sister('WSRC0043', 'The awarding organisation is not configured for achievement batches'),
  sister('WSEC0044', 'The email address is invalid'),
  sister('WSEC0045', 'The type of submission is invalid'),
  sister('WSEC0046', 'Too many achievements'),
  sister('WSEC0047', 'At least one achievement is needed'),
]

function sister(code: string, meaning: string): LrsCode {
  return { code, meaning, concern: 'service', advice, source }
}
