"""Names and addresses of machines."""

import ipaddress


def is_numeric(name: str) -> bool:
    """Return whether a name is an IP address."""
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True


def is_loopback(name: str) -> bool:
    """Return whether a name or an address is of this machine itself, and of no other."""
    return ipaddress.ip_address(name).is_loopback if is_numeric(name) else name == "localhost"
