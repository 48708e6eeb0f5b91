/*
 * Loaded into a program before the C library. While the file SLOW_DISK names is there, its disk takes a minute to answer;
 * the path of what it syncs is written to the file SYNCED names, a line each.
 */
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/syscall.h>
#include <unistd.h>

static void note(int file) {
  const char *notes = getenv("SYNCED");
  char link[64], path[PATH_MAX + 1];
  if (!notes) return;
  snprintf(link, sizeof link, "/proc/self/fd/%d", file);
  ssize_t length = readlink(link, path, PATH_MAX);
  int to = open(notes, O_WRONLY | O_APPEND | O_CREAT, 0600);
  if (length > 0 && to >= 0) dprintf(to, "%.*s\n", (int)length, path);
  if (to >= 0) close(to);
}

static int sync_as(long call, int file) {
  const char *slow = getenv("SLOW_DISK");
  if (slow && access(slow, F_OK) == 0) sleep(60);
  note(file);
  return (int)syscall(call, file);
}

int fdatasync(int file) { return sync_as(SYS_fdatasync, file); }
int fsync(int file) { return sync_as(SYS_fsync, file); }
