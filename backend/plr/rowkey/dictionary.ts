/**
 * Words that row keys are full of, the commonest last (deflate reaches the end cheapest). The text is
 * part of the key format: changing it needs a new format version beside this one.
 */
export const dictionaryV1 = [
  'NOT APPLICABLE UNKNOWN Welsh Entry Level Level 1/2 Level 4 Level 5 ',
  'Foundation Diploma Extended Certificate in Award Introductory Subsidiary National ',
  'BTEC NVQ VRQ Key Skills Functional Skills qualification in Mathematics English ICT ',
  'Health and Social Care Business Studies Information Technology Religious Studies ',
  'Physical Education Geography History Biology Chemistry Physics Combined Science: Trilogy ',
  'Design and Technology Art and Design French Spanish German Computer Science Drama Music ',
  'Pass Merit Distinction GCE AS level in GCE A level in GCE A Level in ',
  'GCSE (A* to G) in GCSE (9-1) in English Language English Literature Mathematics ',
  '"Level 1","Level 2","Level 3",null,"GCSE","Other","Certificate",',
  '"UNKNWN","9999999999","100060","10003","ILR","QCFU","NPD","AO","F","N",null,null,null,',
  '"2022-08-25","2023-08-24","2024-08-22","2025-08-21",0,"60","20',
  '"]',
].join('')
