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
  local missing=() package installed
  installed=$(dpkg-query -W -f '${Package} ${db:Status-Status}\n' "$@" 2> /dev/null || true)
  for package in "$@"; do
    grep -q -x "$package installed" <<< "$installed" || missing+=("$package")
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

# Everything that a build needs: packages, Emscripten and sources.
install_build_packages() {
  mapfile -t packages < <(sed -E '/^(#|$)/d' native/toolchain/packages.txt)
  command -v node > /dev/null || packages+=(nodejs)
  command -v npm > /dev/null || packages+=(npm)
  need_packages "${packages[@]}"
  local tool
  for tool in cmake ninja python3 node npm; do
    command -v "$tool" > /dev/null || fail "$tool is missing: please install it and call this again"
  done
  native/toolchain/sources
  EMSCRIPTEN=$(native/toolchain/emscripten)
  [ -n "$EMSCRIPTEN" ] || exit 1
}

# build PRESET WHAT TARGET...: configures a preset where needed, and builds. Fails with one line that
# names the log.
build() {
  local preset=$1 what=$2 configure=(cmake --preset "$1")
  shift 2
  if [ "$preset" = web ]; then
    export PATH=$EMSCRIPTEN:$PATH
    configure=("$EMSCRIPTEN/emcmake" "${configure[@]}")
  fi
  if [ ! -e "build/$preset/build.ninja" ]; then
    say "configuring $what"
    quietly "$preset-configure" "${configure[@]}" ||
      fail "cannot configure $what: see build/logs/$preset-configure.log"
  fi
  say "building $what"
  local log=$LOGS/$preset-build.log
  cmake --build "build/$preset" --target "$@" > "$log" 2>&1 || {
    grep -m 20 -E 'error|undefined reference|missing and no known rule' "$log" >&2 || tail -n 20 "$log" >&2
    fail "cannot build $what: see build/logs/$preset-build.log"
  }
}
