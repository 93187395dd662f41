/** Abstract classes. */
export const abcModule = `
abstractmethod(funcobj: T) -> T
class ABC
class ABCMeta
`;
