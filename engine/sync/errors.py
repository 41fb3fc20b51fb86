"""What can go wrong while work is sent, that a person can do something about."""

from engine.errors import ExitCode, SandukuError


class SyncError(SandukuError):
    """Work could not be sent; nothing is lost, and the next time goes on where this one ended."""

    exit_code = ExitCode.SOME_FAILED
    code = "sync"
    retryable = True


class SendingAlreadyError(SyncError):
    """Another program sends the work of this library just now."""

    code = "sync.running"


class NetworkForbiddenError(SyncError):
    """The network must not be used here."""

    exit_code = ExitCode.USAGE
    code = "network.forbidden"
    retryable = False


class UnreachableError(SyncError):
    """Headquarters did not answer for too long."""

    code = "network.unreachable"


class BudgetSpentError(SyncError):
    """The data that may be used today is used."""

    code = "network.budget"


class LogInFirstError(SyncError):
    """The network wants a person to log in before it lets anything through."""

    code = "network.log-in"


class ProxyLogInError(LogInFirstError):
    """The proxy of the network wants a name and a password before it lets anything through."""

    code = "network.proxy-log-in"


class UntrustedError(SyncError):
    """Whoever answered is not the headquarters of this team."""

    code = "network.untrusted"
    retryable = False


class RefusedError(SyncError):
    """Headquarters refused, and asking again will not change that."""

    code = "sync.refused"
    retryable = False


class NoHostError(SyncError):
    """No address of headquarters can be used."""

    code = "network.no-host"
