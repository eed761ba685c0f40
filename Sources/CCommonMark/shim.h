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
