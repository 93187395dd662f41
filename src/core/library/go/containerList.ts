/** Linked lists. */
export const containerList = `
type Element struct
  Value any
  *Next() *Element
  *Prev() *Element
type List struct
  *Back() *Element
  *Front() *Element
  *Init() *List ! self
  *InsertAfter(v any, mark *Element) *Element ! self
  *InsertBefore(v any, mark *Element) *Element ! self
  *Len() int
  *MoveAfter(e *Element, mark *Element) ! self
  *MoveBefore(e *Element, mark *Element) ! self
  *MoveToBack(e *Element) ! self
  *MoveToFront(e *Element) ! self
  *PushBack(v any) *Element ! self
  *PushBackList(other *List) ! self
  *PushFront(v any) *Element ! self
  *PushFrontList(other *List) ! self
  *Remove(e *Element) any ! self
func New() *List
`;
