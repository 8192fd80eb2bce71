"""The environment as a source of settings, without what Kubernetes puts there by itself."""

import re
from collections.abc import Mapping

from pydantic_settings import EnvSettingsSource

# For a service called “kloe” Kubernetes sets KLOE_PORT=tcp://10.0.0.1:80, KLOE_SERVICE_HOST, KLOE_PORT_80_TCP_ADDR and more.
_SERVICE = re.compile(r"KLOE_(\w+_)?(SERVICE_HOST|SERVICE_PORT(_\w+)?|PORT_\d+_(TCP|UDP|SCTP)(_(PROTO|PORT|ADDR))?)")
_SERVICE_PORT = re.compile(r"KLOE_(\w+_)?PORT")
_ADDRESS = re.compile(r"(tcp|udp|sctp)://\S+")


def is_of_kubernetes(name: str, value: str) -> bool:
    """True for a variable that Kubernetes sets for a service whose name begins with “kloe”."""
    name = name.upper()
    return bool(_SERVICE.fullmatch(name) or (_SERVICE_PORT.fullmatch(name) and _ADDRESS.fullmatch(value)))


class WithoutServices(EnvSettingsSource):
    """The environment, without the variables that Kubernetes sets for services."""

    def _load_env_vars(self) -> Mapping[str, str | None]:
        return {
            name: value for name, value in super()._load_env_vars().items() if not is_of_kubernetes(name, value or "")
        }
