#pragma once

/* Linux' calls that hide behind _GNU_SOURCE, which a module map cannot define. */
extern int syncfs(int descriptor);
extern int renameat2(int old_folder, const char *old_path, int new_folder, const char *new_path, unsigned int flags);

/* The two names change places at once (linux/fs.h). */
#define STEMMA_RENAME_EXCHANGE 2u
