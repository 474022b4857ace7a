/**
 * Makes the DOM tolerate that translators and extensions wrap or remove nodes which React renders. React removes nodes and
 * inserts beside them by their parent; a wrapped node is then represented by its wrapper, and one that is gone by none.
 * The DOM throws NotFoundError in both cases, which would unmount the remote.
 */
export function guardDom(): void {
  // oxlint-disable-next-line typescript/unbound-method -- both are called with their node
  const { removeChild, insertBefore } = Node.prototype
  Node.prototype.removeChild = function <T extends Node>(this: Node, child: T): T {
    const own = childAround(child, this)
    if (own) removeChild.call(this, own)
    return child
  }
  Node.prototype.insertBefore = function <T extends Node>(this: Node, added: T, before: Node | null): T {
    insertBefore.call(this, added, before && childAround(before, this))
    return added
  }
}

/** Returns the child of `parent` that is or contains `node`; null when `node` is elsewhere. */
function childAround(node: Node, parent: Node): Node | null {
  let around: Node | null = node
  while (around && around.parentNode !== parent) around = around.parentNode
  return around
}
