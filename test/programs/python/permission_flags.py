"""Roles and permissions as flags, with an access check that explains itself."""

from dataclasses import dataclass
from enum import Enum, IntFlag, auto


class Permission(IntFlag):
    NONE = 0
    READ = auto()
    COMMENT = auto()
    EDIT = auto()
    DELETE = auto()
    MANAGE = READ | COMMENT | EDIT | DELETE


class Role(Enum):
    GUEST = "guest"
    EDITOR = "editor"
    OWNER = "owner"


ROLE_PERMISSIONS: dict[Role, Permission] = {
    Role.GUEST: Permission.READ,
    Role.EDITOR: Permission.READ | Permission.COMMENT | Permission.EDIT,
    Role.OWNER: Permission.MANAGE,
}


@dataclass(frozen=True)
class User:
    name: str
    role: Role
    extra: Permission = Permission.NONE
    revoked: Permission = Permission.NONE

    @property
    def permissions(self) -> Permission:
        return (ROLE_PERMISSIONS[self.role] | self.extra) & ~self.revoked


class AccessDenied(PermissionError):
    def __init__(self, user: User, missing: Permission) -> None:
        super().__init__(f"{user.name} lacks {describe(missing)}")
        self.missing = missing


def describe(perms: Permission) -> str:
    singles = (Permission.READ, Permission.COMMENT, Permission.EDIT, Permission.DELETE)
    names = [str(p.name).lower() for p in singles if p in perms]
    return "+".join(names) or "nothing"


def require(user: User, needed: Permission) -> None:
    missing = needed & ~user.permissions
    if missing:
        raise AccessDenied(user, missing)


def main() -> None:
    users = [
        User("greta", Role.GUEST, extra=Permission.COMMENT),
        User("emil", Role.EDITOR, revoked=Permission.COMMENT),
        User("olga", Role("owner")),
    ]
    for user in users:
        perms = user.permissions
        print(f"{user.name:<6} {user.role.name:<7} {int(perms):>2} {int(perms):04b} {describe(perms)}")

    actions = {
        "view": Permission.READ,
        "reply": Permission.READ | Permission.COMMENT,
        "purge": Permission.EDIT | Permission.DELETE,
    }
    for action, needed in actions.items():
        allowed: list[str] = []
        for user in users:
            try:
                require(user, needed)
                allowed.append(user.name)
            except AccessDenied as exc:
                print(f"{action}: {exc} ({exc.missing.value})")
        print(f"{action}: allowed for {', '.join(allowed)}")

    try:
        Role("admin")
    except ValueError as exc:
        print("error:", exc)
    print([role.value for role in Role], Role["GUEST"] is users[0].role)


if __name__ == "__main__":
    main()
