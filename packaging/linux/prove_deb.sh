#!/bin/bash
# Proves the Debian package in a bare Debian or Ubuntu: installs it with apt, lets it test itself as an ordinary user
# without a network, reads a document, opens the window on a virtual screen, upgrades, removes and purges it, and looks
# whether the user's library stayed and nothing else did.
#
#   packaging/linux/prove_deb.sh PACKAGE [--newer PACKAGE] [--suite trixie] [--mirror URL] [--root FOLDER] [--pictures FOLDER]
#
# Needs root, debootstrap and a mirror. A FOLDER that holds a system already is used as it is, so that a second run is
# quick; without --root the system is made in a temporary folder and removed again. Ends with 0 if all went well.
# shellcheck disable=SC2016  # what dpkg fills in
set -euo pipefail

package='' newer='' suite=trixie mirror='' root='' pictures='' made=''
while [ $# -gt 0 ]; do
    case $1 in
        --newer) newer=$2; shift ;;
        --suite) suite=$2; shift ;;
        --mirror) mirror=$2; shift ;;
        --root) root=$2; shift ;;
        --pictures) pictures=$2; shift ;;
        -h|--help) sed -n '2,10s/^# \{0,1\}//p' "$0"; exit 0 ;;
        -*) echo "Unknown: $1" >&2; exit 2 ;;
        *) package=$1 ;;
    esac
    shift
done
[ -f "$package" ] || { echo "Name the package to prove; --help tells more." >&2; exit 2; }
[ "$(id -u)" = 0 ] || { echo "This needs root: it makes a system of its own to install into." >&2; exit 2; }
case $suite in
    jammy|noble|resolute) mirror=${mirror:-http://archive.ubuntu.com/ubuntu} ;;
    *) mirror=${mirror:-http://deb.debian.org/debian} ;;
esac

step() { printf '\n== %s\n' "$*"; }
fail() { printf 'FAILED: %s\n' "$*" >&2; exit 1; }
inside() { chroot "$root" /usr/bin/env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive "$@"; }
# As somebody without rights, on a computer without any network.
person() {
    inside unshare --net runuser -u field -- env HOME=/home/field XDG_RUNTIME_DIR=/tmp/field LANG=C.UTF-8 \
        SANDUKU_PASSPHRASE='a box of olive wood 7' "$@"
}

clean() {
    for place in dev/shm dev proc tmp; do
        if mountpoint -q "$root/$place"; then umount -l "$root/$place"; fi
    done
    if [ -n "$made" ]; then rm -rf --one-file-system "$made"; fi
}
trap clean EXIT

step "A bare system: $suite"
if [ -z "$root" ]; then made=$(mktemp -d); root=$made/root; fi
if [ ! -x "$root/usr/bin/apt-get" ]; then
    debootstrap --variant=minbase "$suite" "$root" "$mirror" > "$root.log" 2>&1 || { tail -n 20 "$root.log" >&2; fail debootstrap; }
fi
mount -t proc proc "$root/proc"
mount --rbind /dev "$root/dev"; mount --make-rslave "$root/dev"
mount -t tmpfs -o mode=1777 tmpfs "$root/tmp"
printf '#!/bin/sh\nexit 101\n' > "$root/usr/sbin/policy-rc.d"; chmod +x "$root/usr/sbin/policy-rc.d"
case $mirror in *ubuntu*) printf 'deb %s %s main universe\n' "$mirror" "$suite" > "$root/etc/apt/sources.list" ;; esac
inside apt-get -q -q update
inside dpkg-query -W -f '${Package} ${Version}\n' libc6

step "What it depends on, and nothing else"
cp -- "$package" "$root/tmp/first.deb"
if ! plan=$(inside apt-get --simulate --no-install-recommends install /tmp/first.deb 2>&1); then
    printf '%s\n' "$plan" | tail -n 6
    fail "apt says that it cannot be installed on $suite"
fi
needed=$(printf '%s\n' "$plan" | sed -n 's/^Inst \([^ ]*\) .*/\1/p' | grep -v '^sanduku$' || true)
# shellcheck disable=SC2086  # names of packages
if [ -n "$needed" ]; then inside apt-get -q -q -y --no-install-recommends install $needed > /dev/null; fi
inside apt-get -q -q clean
printf '%s packages: %s\n' "$(printf '%s' "$needed" | wc -w)" "$(printf '%s' "$needed" | tr '\n' ' ')"

listed() {
    (cd "$root" && find . -xdev \( -path ./proc -o -path ./dev -o -path ./tmp -o -path ./home -o -path ./var/cache \
        -o -path ./var/lib/apt -o -path ./var/log \) -prune -o -print | grep -v -e '^./var/lib/dpkg' -e '\.cache$' | sort)
}
listed > "$root.before"

step "Installed by apt"
inside apt-get -q -q -y --no-install-recommends install /tmp/first.deb 2>&1 | grep -e '^Unpacking' -e '^Setting up' || true
inside dpkg-query -W -f '${Status} ${Version} ${Installed-Size} kB\n' sanduku
inside dpkg --verify sanduku || fail "installed files are not those of the package"
inside id field > /dev/null 2>&1 || inside useradd --create-home --shell /bin/bash field
inside install -d -o field -m 700 /tmp/field
missing=$(inside sh -c 'LD_LIBRARY_PATH=/usr/lib/sanduku/_internal find /usr/lib/sanduku -type f -perm -100 -exec ldd {} + 2>/dev/null' | grep 'not found' | sort | uniq -c || true)
if [ -n "$missing" ]; then printf 'Libraries that are not there:\n%s\n' "$missing"; fi

step "It tests itself, as an ordinary user without a network"
person sanduku --version
person sanduku --self-test

step "It reads a document into a library of its own"
sample=$(cd "$root" && find usr/lib/sanduku/_internal/shipped/samples -name '*.jpg' | sort | head -n 1)
inside install -o field -m 600 "/$sample" '/home/field/a form.jpg'
person sanduku library create || true
person sanduku read --lines 8 '/home/field/a form.jpg'
held() { (cd "$root/home/field/.local/share/sanduku" && find . -type f -name '*' ! -path './logs/*' | sort); }
held > "$root.held"
[ -s "$root.held" ] || fail "there is no library of the user"

step "Its window on a virtual screen"
inside apt-get -q -q -y --no-install-recommends install xvfb xauth x11-apps x11-utils netpbm > /dev/null 2>&1
for language in en ar; do
    person sh -c "
        Xvfb :77 -screen 0 1280x800x24 -nolisten tcp >/tmp/field/screen.log 2>&1 & screen=\$!
        sleep 2
        DISPLAY=:77 sanduku-desktop --language $language >/tmp/field/window.log 2>&1 & window=\$!
        for attempt in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15; do
            sleep 2
            if DISPLAY=:77 xwininfo -root -tree | grep -q '\"sanduku'; then shown=yes; break; fi
        done
        sleep 4
        DISPLAY=:77 xwd -root -silent | xwdtopnm 2>/dev/null | pnmtopng > /tmp/field/window-$language.png
        kill \$window 2>/dev/null; wait \$window 2>/dev/null
        kill \$screen; wait \$screen 2>/dev/null
        cat /tmp/field/window.log
        [ \"\${shown-}\" = yes ]
    " || fail "the window did not open ($language)"
    if [ -n "$pictures" ]; then mkdir -p "$pictures"; cp "$root/tmp/field/window-$language.png" "$pictures/$suite-$language.png"; fi
    printf 'window in %s: shown\n' "$language"
done

if [ -n "$newer" ]; then
    step "Upgraded, under an open window"
    cp -- "$newer" "$root/tmp/second.deb"
    other=$(cd "$root" && find usr/lib/sanduku/_internal/shipped/samples -name '*.jpg' | sort | sed -n 2p)
    inside install -o field -m 600 "/$other" '/home/field/another form.jpg'
    # A library that opens by itself: nobody is there to type the other one's passphrase.
    second() { person env SANDUKU_HOME=/tmp/field/second "$@"; }
    second sanduku library create --no-encryption > /dev/null
    # What is open goes on, and starts nothing of the new version: it asks to be closed and opened again.
    second sh -c '
        Xvfb :77 -screen 0 1280x800x24 -nolisten tcp >/tmp/field/screen.log 2>&1 & screen=$!
        sleep 2
        export DISPLAY=:77
        sanduku-desktop --language en >/tmp/field/window.log 2>&1 & window=$!
        while ! xwininfo -root -tree | grep -q "\"sanduku" && kill -0 $window; do sleep 1; done
        sleep 4; touch /tmp/field/open
        while [ ! -e /tmp/field/upgraded ]; do sleep 1; done
        sanduku-desktop "/home/field/another form.jpg" >>/tmp/field/window.log 2>&1
        sleep 15
        xwd -root -silent | xwdtopnm 2>/dev/null | pnmtopng > /tmp/field/window-upgraded.png
        kill -0 $window || lost=yes
        kill $window; wait $window 2>/dev/null
        kill $screen; wait $screen 2>/dev/null
        cat /tmp/field/window.log
        [ -z "${lost-}" ] && ! grep -q Traceback /tmp/field/window.log
    ' & open=$!
    while [ ! -e "$root/tmp/field/open" ]; do kill -0 "$open" 2> /dev/null || fail "the window did not open"; sleep 1; done
    inside apt-get -q -q -y --no-install-recommends install /tmp/second.deb 2>&1 | grep -e '^Unpacking' -e '^Setting up' || true
    inside dpkg-query -W -f '${Status} ${Version}\n' sanduku
    touch "$root/tmp/field/upgraded"
    wait "$open" || fail "the open window did not outlive the upgrade"
    if [ -n "$pictures" ]; then mkdir -p "$pictures"; cp "$root/tmp/field/window-upgraded.png" "$pictures/$suite-upgraded.png"; fi
    if grep -rH Traceback "$root/tmp/field/second/logs"; then fail "the open window met with faults"; fi
    waiting=$(second sanduku list --json | grep -c '"status": "queued"' || true)
    [ "$waiting" = 1 ] || fail "what was added to the open window was read by another version, or is lost"
    printf 'The open window goes on; what was added to it waits for the next one.\n'
    second sanduku work
    second sanduku list
    person sanduku list
fi

step "Removed, then purged"
held > "$root.held"
inside apt-get -q -q -y remove sanduku > /dev/null
[ ! -e "$root/usr/lib/sanduku" ] || fail "/usr/lib/sanduku is still there"
# It has no settings outside the homes, so that apt knows nothing of it any more; dpkg purges what there may be.
inside dpkg --purge sanduku 2> /dev/null
case $(inside dpkg-query -W -f '${db:Status-Abbrev}' sanduku 2> /dev/null) in
    ''|un*) ;;
    *) fail "dpkg still knows it" ;;
esac
held | cmp - "$root.held" || fail "the user's library was touched"
# What the virtual screen needed goes too; what is left over then is the package's.
# shellcheck disable=SC2086
inside apt-get -q -q -y purge xvfb xauth x11-apps x11-utils netpbm > /dev/null 2>&1
inside apt-get -q -q -y autoremove --purge > /dev/null 2>&1
left=$(listed | comm -13 "$root.before" - | grep -i sanduku || true)
[ -z "$left" ] || { printf '%s\n' "$left"; fail "something is left"; }
printf 'Nothing of it is left; the library of the user has its %s files.\n' "$(wc -l < "$root.held")"

step "All of it holds on $suite."
