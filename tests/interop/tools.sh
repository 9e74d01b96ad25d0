# Where the tools of the proofs are; sourced. Each kind lies in a folder named by the hash of the
# files that pin it, so that a change of them never meets an old installation.
interop_source=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
interop_cache=${RELATA_INTEROP_CACHE:-${XDG_CACHE_HOME:-${HOME:-/var/tmp}/.cache}/relata/interop}

# tools_folder KIND FILE…: the folder for what the files pin.
tools_folder() {
  local kind=$1
  shift
  echo "$interop_cache/$kind-$(cd "$interop_source" && cat "$@" | sha256sum | cut -c 1-16)"
}

# Debian's python3 has the venv module of setup.sh beside it; another may come first in PATH.
system_python() { [ -x /usr/bin/python3 ] && echo /usr/bin/python3 || command -v python3; }

# An installation is whole when its last step has left this file.
is_installed() { [ -e "$1/installed" ]; }

python_tools=$(tools_folder python requirements.txt)
node_tools=$(tools_folder node package.json package-lock.json)
java_tools() { tools_folder "$1" "java/$1/pom.xml" "java/$1/jars.sha256"; }
