# Shared by the scripts of this folder, web/play and tests/run. Source it from bash.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
LOCKSTEP_ROOT=$PWD
TOOLS=$LOCKSTEP_ROOT/build/tools
LOGS=$LOCKSTEP_ROOT/build/logs
mkdir -p "$TOOLS" "$LOGS"

say() { printf '%s\n' "$*" >&2; }
fail() {
  say "$0: $*"
  exit 1
}

# quietly NAME COMMAND...: the output goes to build/logs/NAME.log; its end is shown when that fails.
quietly() {
  local log=$LOGS/$1.log
  shift
  if ! "$@" > "$log" 2>&1; then
    tail -n 30 "$log" >&2
    return 1
  fi
}

# step NAME MESSAGE COMMAND...: the same for a function of several commands, where each must succeed;
# ends the script with MESSAGE otherwise. Not for use inside a condition, which would disarm errexit.
step() {
  local log=$LOGS/$1.log message=$2 status
  shift 2
  set +e
  (set -e; "$@") > "$log" 2>&1
  status=$?
  set -e
  [ $status = 0 ] && return
  tail -n 30 "$log" >&2
  fail "$message"
}

on_debian() { command -v apt-get dpkg-query > /dev/null; }

as_root() {
  if [ "$(id -u)" = 0 ]; then
    "$@"
  elif command -v sudo > /dev/null; then
    sudo "$@"
  else
    say "not root, and sudo is not installed"
    return 1
  fi
}

# need_packages PACKAGE...: installs the Debian packages that are missing, if any.
need_packages() {
  on_debian || return 0
  local missing=() package
  for package in "$@"; do
    [ "$(dpkg-query -W -f '${db:Status-Status}' "$package" 2> /dev/null || true)" = installed ] ||
      missing+=("$package")
  done
  [ ${#missing[@]} -gt 0 ] || return 0
  say "installing ${missing[*]}"
  export DEBIAN_FRONTEND=noninteractive
  { quietly apt-update as_root apt-get -q update &&
    quietly apt-install as_root apt-get -q -y --no-install-recommends -o Acquire::Retries=3 install "${missing[@]}"; } ||
    fail "cannot install packages; as root, run: apt-get install ${missing[*]}"
}

# private_apt SUITE COMMAND...: apt-get with lists of its own under build/tools, on the mirror that the
# system already uses. Nothing of the system changes.
private_apt() {
  local suite=$1 home=$TOOLS/apt-$1 mirror key=/usr/share/keyrings/debian-archive-keyring.gpg
  shift
  local options=(-o "Dir::Etc::SourceList=$home/sources.list" -o Dir::Etc::SourceParts=/nonexistent
    -o "Dir::State::Lists=$home/lists" -o "Dir::Cache=$home/cache" -o APT::Sandbox::User=root
    -o Acquire::Languages=none -o Acquire::Retries=3)
  if [ ! -e "$home/updated" ]; then
    mkdir -p "$home/lists/partial" "$home/cache/archives/partial"
    mirror=$(apt-get indextargets --format '$(SITE) $(RELEASE)' |
      awk '$2 ~ /^(bookworm|stable)$/ {print $1; exit}')
    [ -n "$mirror" ] || mirror=$(apt-get indextargets --format '$(SITE)' | head -n 1)
    printf '%s [signed-by=%s] %s %s main\n' deb "$key" "$mirror" "$suite" \
      deb-src "$key" "$mirror" "$suite" > "$home/sources.list"
    apt-get "${options[@]}" -q update && touch "$home/updated"
  fi
  apt-get "${options[@]}" -q "$@"
}
