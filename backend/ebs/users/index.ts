export { findEbsUser, type EbsUser } from './ebsUser.ts'
