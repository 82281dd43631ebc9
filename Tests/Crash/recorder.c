// A disk that keeps a diary. Loaded into a program before the C library (LD_PRELOAD), it writes down what the program
// asks of the files in one folder: what it writes, what it waits to have on the disk, what it makes, renames and removes,
// and, in its place among these, what the program says on its standard output. `disk.py` reads the diary, and knows from
// it what would be left if the power went at any moment.
//
// It can also end the program before a chosen deed, or refuse to have anything on the disk.
//
//   DISK_FOLDER    the folder that is watched; its real path
//   DISK_DIARY     where the diary is written; none is, without it
//   DISK_KILL_AT   the deed, counted from 1, before which the program is killed
//   DISK_FAIL_AT   the sync, counted from 1, that fails with an input/output error
//   DISK_FAILS_IF  a file: while it is there, every sync fails so

#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/sendfile.h>
#include <sys/stat.h>
#include <unistd.h>

enum { MOST_FILES = 4096 };

static pthread_mutex_t turn = PTHREAD_MUTEX_INITIALIZER;
// What is known of each open file: where it is in the folder; nothing where it is not in it.
static char *places[MOST_FILES];
static const char *folder, *fails_if;
static size_t folder_length;
static int diary = -1;
static long kill_at, fail_at, deeds, syncs;

#define REAL(name) \
    static __typeof__(&name) real; \
    if (!real) real = (__typeof__(&name))dlsym(RTLD_NEXT, #name)

static ssize_t real_write(int file, const void *bytes, size_t count) {
    REAL(write);
    return real(file, bytes, count);
}

__attribute__((constructor)) static void begin(void) {
    const char *text;
    folder = getenv("DISK_FOLDER");
    folder_length = folder ? strlen(folder) : 0;
    fails_if = getenv("DISK_FAILS_IF");
    kill_at = (text = getenv("DISK_KILL_AT")) ? atol(text) : 0;
    fail_at = (text = getenv("DISK_FAIL_AT")) ? atol(text) : 0;
    if ((text = getenv("DISK_DIARY"))) {
        int file = open(text, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
        // Out of the way of the numbers that programs count on.
        diary = fcntl(file, F_DUPFD_CLOEXEC, MOST_FILES / 2);
        close(file);
        real_write(diary, "start\n", 6);
    }
}

// A path as it is below the folder, or nothing where it is elsewhere. The caller frees it.
static char *place_of(int at, const char *path) {
    char whole[PATH_MAX * 2];
    if (!folder || !path) return NULL;
    if (path[0] == '/') {
        snprintf(whole, sizeof whole, "%s", path);
    } else {
        char link[64], start[PATH_MAX] = "";
        snprintf(link, sizeof link, at == AT_FDCWD ? "/proc/self/cwd" : "/proc/self/fd/%d", at);
        ssize_t length = readlink(link, start, sizeof start - 1);
        start[length > 0 ? length : 0] = 0;
        snprintf(whole, sizeof whole, "%s/%s", start, path);
    }
    if (strncmp(whole, folder, folder_length) || (whole[folder_length] != '/' && whole[folder_length])) return NULL;
    char *place = malloc(strlen(whole) + 2), *end = place;
    for (char *from = whole + folder_length; *from; from++) {
        if (*from == '/' && (end == place || end[-1] == '/')) continue;
        *end++ = *from;
    }
    while (end > place && end[-1] == '/') end--;
    *end = 0;
    return place;
}

static const char *place_of_open(int file) {
    return file >= 0 && file < MOST_FILES ? places[file] : NULL;
}

static unsigned long number_of(int file) {
    struct stat status;
    return fstat(file, &status) == 0 ? status.st_ino : 0;
}

static int is_folder(int file) {
    struct stat status;
    return fstat(file, &status) == 0 && S_ISDIR(status.st_mode);
}

// Writes a line, and bytes behind it, into the diary.
static void note(const void *bytes, size_t count, const char *format, ...) {
    if (diary < 0) return;
    char line[PATH_MAX * 2 + 100];
    va_list values;
    va_start(values, format);
    int length = vsnprintf(line, sizeof line, format, values);
    va_end(values);
    real_write(diary, line, length);
    if (bytes) {
        for (size_t done = 0; done < count;) done += real_write(diary, (const char *)bytes + done, count - done);
        real_write(diary, "\n", 1);
    }
}

// A deed is about to be done: the last moment to be killed.
static void deed(void) {
    if (++deeds == kill_at) {
        kill(getpid(), SIGKILL);
        pause();
    }
}

static int opened(int at, const char *path, int flags, int (*call)(int, const char *, int, mode_t), mode_t mode) {
    char *place = place_of(at, path);
    if (!place) return call(at, path, flags, mode);
    pthread_mutex_lock(&turn);
    struct stat status;
    int is_new = (flags & O_CREAT) && fstatat(at, path, &status, 0) != 0;
    if (is_new || (flags & O_TRUNC)) deed();
    int file = call(at, path, flags, mode), error = errno;
    if (file >= 0 && file < MOST_FILES) {
        free(places[file]);
        places[file] = place;
        if (is_new) note(NULL, 0, "make\t%lu\t%s\n", number_of(file), place);
        else if (flags & O_TRUNC) note(NULL, 0, "cut\t%lu\t0\n", number_of(file));
    } else {
        free(place);
    }
    pthread_mutex_unlock(&turn);
    errno = error;
    return file;
}

static int call_openat(int at, const char *path, int flags, mode_t mode) {
    REAL(openat);
    return real(at, path, flags, mode);
}

#define MODE(flags) \
    mode_t mode = 0; \
    if ((flags) & (O_CREAT | O_TMPFILE)) { \
        va_list values; \
        va_start(values, flags); \
        mode = va_arg(values, mode_t); \
        va_end(values); \
    }

int open(const char *path, int flags, ...) { MODE(flags) return opened(AT_FDCWD, path, flags, call_openat, mode); }
int open64(const char *path, int flags, ...) {
    MODE(flags) return opened(AT_FDCWD, path, flags | O_LARGEFILE, call_openat, mode);
}
int openat(int at, const char *path, int flags, ...) { MODE(flags) return opened(at, path, flags, call_openat, mode); }
int openat64(int at, const char *path, int flags, ...) {
    MODE(flags) return opened(at, path, flags | O_LARGEFILE, call_openat, mode);
}
int creat(const char *path, mode_t mode) {
    return opened(AT_FDCWD, path, O_CREAT | O_WRONLY | O_TRUNC, call_openat, mode);
}

int close(int file) {
    REAL(close);
    if (!place_of_open(file)) return real(file);
    pthread_mutex_lock(&turn);
    free(places[file]);
    places[file] = NULL;
    int result = real(file), error = errno;
    pthread_mutex_unlock(&turn);
    errno = error;
    return result;
}

static ssize_t call_pwrite(int file, const void *bytes, size_t count, off_t offset) {
    REAL(pwrite);
    return real(file, bytes, count, offset);
}

static ssize_t written(int file, const void *bytes, size_t count, off_t offset, int is_at_offset) {
    pthread_mutex_lock(&turn);
    deed();
    if (!is_at_offset) offset = lseek(file, 0, SEEK_CUR);
    ssize_t done = is_at_offset ? call_pwrite(file, bytes, count, offset) : real_write(file, bytes, count);
    int error = errno;
    if (done > 0) note(bytes, done, "write\t%lu\t%ld\t%ld\n", number_of(file), (long)offset, (long)done);
    pthread_mutex_unlock(&turn);
    errno = error;
    return done;
}

ssize_t pwrite(int file, const void *bytes, size_t count, off_t offset) {
    return place_of_open(file) ? written(file, bytes, count, offset, 1) : call_pwrite(file, bytes, count, offset);
}
ssize_t pwrite64(int file, const void *bytes, size_t count, off64_t offset) {
    return pwrite(file, bytes, count, offset);
}

ssize_t write(int file, const void *bytes, size_t count) {
    if (place_of_open(file)) return written(file, bytes, count, 0, 0);
    if (file != STDOUT_FILENO || diary < 0) return real_write(file, bytes, count);
    pthread_mutex_lock(&turn);
    // Noted first: it counts as said from the moment that somebody could have heard it.
    note(bytes, count, "said\t%ld\n", (long)count);
    ssize_t done = real_write(file, bytes, count);
    int error = errno;
    pthread_mutex_unlock(&turn);
    errno = error;
    return done;
}

// The kernel copies from one file to another by itself.
ssize_t sendfile(int to, int from, off_t *start, size_t count) {
    REAL(sendfile);
    if (!place_of_open(to)) return real(to, from, start, count);
    pthread_mutex_lock(&turn);
    deed();
    off_t read_at = start ? *start : lseek(from, 0, SEEK_CUR), written_at = lseek(to, 0, SEEK_CUR);
    ssize_t done = real(to, from, start, count);
    int error = errno;
    char *bytes = done > 0 ? malloc(done) : NULL;
    if (bytes && pread(from, bytes, done, read_at) == done)
        note(bytes, done, "write\t%lu\t%ld\t%ld\n", number_of(to), (long)written_at, (long)done);
    free(bytes);
    pthread_mutex_unlock(&turn);
    errno = error;
    return done;
}
ssize_t sendfile64(int to, int from, off64_t *start, size_t count) { return sendfile(to, from, start, count); }

int ftruncate(int file, off_t length) {
    REAL(ftruncate);
    if (!place_of_open(file)) return real(file, length);
    pthread_mutex_lock(&turn);
    deed();
    int result = real(file, length), error = errno;
    if (result == 0) note(NULL, 0, "cut\t%lu\t%ld\n", number_of(file), (long)length);
    pthread_mutex_unlock(&turn);
    errno = error;
    return result;
}
int ftruncate64(int file, off64_t length) { return ftruncate(file, length); }

static int synced(int file, int (*call)(int)) {
    pthread_mutex_lock(&turn);
    deed();
    struct stat status;
    int is_failing = ++syncs == fail_at || (fails_if && stat(fails_if, &status) == 0);
    int result = is_failing ? -1 : call(file), error = is_failing ? EIO : errno;
    const char *what = result == 0 ? "sync" : "fail";
    if (is_folder(file)) note(NULL, 0, "%s-folder\t%s\n", what, places[file]);
    else note(NULL, 0, "%s\t%lu\n", what, number_of(file));
    pthread_mutex_unlock(&turn);
    errno = error;
    return result;
}

int fsync(int file) {
    REAL(fsync);
    return place_of_open(file) ? synced(file, real) : real(file);
}
int fdatasync(int file) {
    REAL(fdatasync);
    return place_of_open(file) ? synced(file, real) : real(file);
}

// Changes of names: the deed is done by `call`, and noted as `word` if it succeeds.
#define CHANGE(at, path, word, call) \
    char *place = place_of(at, path); \
    if (!place) return call; \
    pthread_mutex_lock(&turn); \
    deed(); \
    int result = call, error = errno; \
    if (result == 0) note(NULL, 0, "%s\t%s\n", word, place); \
    free(place); \
    pthread_mutex_unlock(&turn); \
    errno = error; \
    return result

int unlink(const char *path) { REAL(unlink); CHANGE(AT_FDCWD, path, "remove", real(path)); }
int unlinkat(int at, const char *path, int flags) { REAL(unlinkat); CHANGE(at, path, "remove", real(at, path, flags)); }
int remove(const char *path) { REAL(remove); CHANGE(AT_FDCWD, path, "remove", real(path)); }
int rmdir(const char *path) { REAL(rmdir); CHANGE(AT_FDCWD, path, "remove", real(path)); }
int mkdir(const char *path, mode_t mode) { REAL(mkdir); CHANGE(AT_FDCWD, path, "folder", real(path, mode)); }
int mkdirat(int at, const char *path, mode_t mode) { REAL(mkdirat); CHANGE(at, path, "folder", real(at, path, mode)); }

// The same with two names.
static int changed_both(const char *from, const char *to, const char *word, int (*call)(const char *, const char *)) {
    char *before = place_of(AT_FDCWD, from), *after = place_of(AT_FDCWD, to);
    if (!before && !after) return call(from, to);
    pthread_mutex_lock(&turn);
    deed();
    int result = call(from, to), error = errno;
    if (result == 0) note(NULL, 0, "%s\t%s\t%s\n", word, before ? before : "", after ? after : "");
    free(before);
    free(after);
    pthread_mutex_unlock(&turn);
    errno = error;
    return result;
}

int rename(const char *from, const char *to) { REAL(rename); return changed_both(from, to, "rename", real); }
int link(const char *from, const char *to) { REAL(link); return changed_both(from, to, "link", real); }
