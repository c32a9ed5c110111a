# A disk that is full: one sentence, the form stays with what is in it, and all goes on when there is room. Sourced by run.
# Needs to mount a small file system, so only root runs it.

full=$home/full
mkdir "$full"
if mount -t tmpfs -o size=2m none "$full" 2>/dev/null; then
    words="words for a full disk"
    cp "$office" "$full/office.db"
    fill() { dd if=/dev/zero of="$full/filler" bs=4096 >/dev/null 2>&1; }
    office=$full/office.db
    drafts=$full/state/kontor/drafts
    start "XDG_STATE_HOME=$full/state" && keys 2N && keys "$words" && sees "$words"
    fill
    keys C-s
    check "a full disk is said in one sentence" sees "full"
    check "the form stays, with its words" shows "$words"
    keys Escape
    sleep 0.5
    check "where no draft can be kept the form stays, too" shows "$words"
    rm "$full/filler"
    keys C-s
    check "it is saved when there is room again" sees "kept"
    keys Q
    check "and left as before" left 0
    saved() { "$kontor" --db "$office" list notes --json | grep -qF "$words"; }
    check "nothing is lost" saved
    umount "$full"
else
    echo "smoke: skipped the full disk, which needs root"
fi
full=
