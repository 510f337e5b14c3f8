// The engine asks who is who through this door: it may not import queries itself.
export { findPerson, listPeople, type PersonRow } from '#db/queries/people'
export { findDevice, findPin, findPracticeName, findSetting } from '#db/queries/this-pc'
