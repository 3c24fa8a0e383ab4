// For installations that whoever starts them cannot write: owned by root, or a read-only container.

/** Whether this user may not write there. */
export function isReadOnly(error) {
  return ['EACCES', 'EPERM', 'EROFS'].includes(error?.code)
}

/** What to do where this user would have to build in the project's folder and may not. */
export function notBuilt(root, what) {
  return `${what}, and this user may not write in ${root}. Run this once as a user who may, then start again: npm run build`
}
