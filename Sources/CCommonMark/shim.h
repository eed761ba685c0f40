#pragma once

#include <cmark-gfm.h>
#include <cmark-gfm-extension_api.h>
#include <cmark-gfm-core-extensions.h>

#if defined(__GLIBC__)
#include <malloc.h>
#endif

/* Gives the memory that a large parse left behind back to the system. */
static inline void stemma_return_free_memory(void) {
#if defined(__GLIBC__)
    malloc_trim(0);
#endif
}

/* Few arenas, and large blocks that go back to the system as soon as they are free. */
static inline void stemma_give_memory_back_early(void) {
#if defined(__GLIBC__)
    mallopt(M_ARENA_MAX, 2);
    mallopt(M_MMAP_THRESHOLD, 256 << 10);
    mallopt(M_TRIM_THRESHOLD, 512 << 10);
#endif
}
