#pragma once

#include <gumbo.h>

/* The payload of a gumbo node is a union without names that Swift can tell apart safely: one reader per case. */
static inline const GumboElement *stemma_gumbo_element(const GumboNode *node) {
    return node->type == GUMBO_NODE_ELEMENT || node->type == GUMBO_NODE_TEMPLATE ? &node->v.element : 0;
}
static inline const char *stemma_gumbo_text(const GumboNode *node) {
    switch (node->type) {
    case GUMBO_NODE_TEXT:
    case GUMBO_NODE_CDATA:
    case GUMBO_NODE_WHITESPACE:
        return node->v.text.text;
    default:
        return 0;
    }
}
