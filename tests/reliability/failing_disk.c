/* Loaded before the C library: every FAULTS_EVERY-th call on the records fails with EIO, or with
   FAULTS_ONCE only the first such, for as long as the file FAULTS is there. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static int fails(int file) {
    static unsigned calls;
    char link[64], path[4096];
    const char *trigger = getenv("FAULTS"), *every = getenv("FAULTS_EVERY");
    if (!trigger || !every || access(trigger, F_OK) != 0) return 0;
    snprintf(link, sizeof link, "/proc/self/fd/%d", file);
    ssize_t length = readlink(link, path, sizeof path - 1);
    if (length < 0) return 0;
    path[length] = 0;
    if (!strstr(path, "/interviews.db")) return 0;
    calls++;
    if (getenv("FAULTS_ONCE") ? calls != (unsigned)atoi(every) : calls % (unsigned)atoi(every)) return 0;
    errno = EIO;
    return 1;
}

#define FAILING(result, name, arguments, passed)                             \
    result name arguments {                                                  \
        static result(*real) arguments;                                      \
        if (!real) real = (result(*) arguments)dlsym(RTLD_NEXT, #name);      \
        return fails(file) ? -1 : real passed;                               \
    }

FAILING(ssize_t, read, (int file, void *to, size_t size), (file, to, size))
FAILING(ssize_t, write, (int file, const void *from, size_t size), (file, from, size))
FAILING(ssize_t, pread, (int file, void *to, size_t size, off_t at), (file, to, size, at))
FAILING(ssize_t, pread64, (int file, void *to, size_t size, off64_t at), (file, to, size, at))
FAILING(ssize_t, pwrite, (int file, const void *from, size_t size, off_t at), (file, from, size, at))
FAILING(ssize_t, pwrite64, (int file, const void *from, size_t size, off64_t at), (file, from, size, at))
FAILING(int, fsync, (int file), (file))
FAILING(int, fdatasync, (int file), (file))
FAILING(int, ftruncate, (int file, off_t size), (file, size))
FAILING(int, ftruncate64, (int file, off64_t size), (file, size))
