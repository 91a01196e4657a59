# Sourced by the other scripts: what they share. Expects bash with -eu.
# shellcheck shell=bash

project=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
packages=$project/scripts/packages.txt

say() { echo "$*" >&2; }

# install_packages GROUP...: installs what is missing of the groups of packages.txt; silent where nothing is.
install_packages() {
  local wanted missing="" package as_root=""
  wanted=$(awk -v groups=" $* " '!/^#/ && NF == 2 && index(groups, " " $1 " ") {print $2}' "$packages")
  for package in $wanted; do
    dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null | grep -qx installed || missing="$missing $package"
  done
  [ -n "$missing" ] || return 0
  if [ "$(id -u)" != 0 ]; then
    command -v sudo >/dev/null || { say "these packages are missing and need root (or sudo) to install:$missing"; exit 4; }
    as_root=sudo
  fi
  say "installing:$missing"
  # Quiet unless it fails: then the whole log is worth reading.
  local log
  log=$(mktemp)
  # shellcheck disable=SC2086
  if ! { $as_root apt-get update -qq && $as_root env DEBIAN_FRONTEND=noninteractive \
           apt-get install -y -qq --no-install-recommends $missing; } >"$log" 2>&1 </dev/null; then
    cat "$log" >&2
    rm -f "$log"
    say "could not install the packages"
    exit 4
  fi
  rm -f "$log"
}

# build_preset PRESET [TARGET...]: configures where needed and builds; prints only what goes wrong.
build_preset() {
  local preset=$1 log extra=() targets=()
  shift
  for target in "$@"; do targets+=(--target "$target"); done
  # Warnings are errors only with the compiler that the code is kept clean for; a newer one may know new warnings.
  if [ "$preset" != clang ] && [ "$(g++ -dumpversion)" != 12 ]; then extra+=(-DCROSSCHECK_WERROR=OFF); fi
  log=$(mktemp)
  if ! (cd "$project" && cmake --preset "$preset" "${extra[@]}" && cmake --build --preset "$preset" "${targets[@]}") \
      >"$log" 2>&1; then
    grep -vE '^\[[0-9]+/[0-9]+\] (Building|Linking)' "$log" | tail -n 100 >&2
    rm -f "$log"
    say "could not build ($preset)"
    exit 4
  fi
  rm -f "$log"
}
