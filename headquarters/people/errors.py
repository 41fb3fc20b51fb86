"""What people can do wrong when they sign in, or try what their role does not allow."""

from engine.errors import ExitCode
from headquarters.errors import HeadquartersError, NotAllowedError


class PeopleError(HeadquartersError):
    """Somebody cannot sign in, or may not do what was asked."""

    exit_code = ExitCode.USAGE
    code = "people"
    status = 400


class SignInError(PeopleError):
    """The name or the password is wrong; which of them is not told."""

    code = "people.sign-in"
    status = 401


class ForgedRequestError(NotAllowedError):
    """A form was not sent from a page of ours, or from one that is too old."""

    code = "people.forged"


class PasswordError(PeopleError):
    """A new password is too easy to guess."""

    code = "people.password"
    status = 422


class UserError(PeopleError):
    """A user cannot be made or changed as was asked."""

    code = "people.user"
    status = 409


class PasswordFirstError(NotAllowedError):
    """Somebody else chose the password; it opens nothing but the way to change it."""

    code = "people.password-first"
