#ifndef CROSSCHECK_DOCUMENT_HTML_TREE_H_
#define CROSSCHECK_DOCUMENT_HTML_TREE_H_

#include <gumbo.h>

#include <cstddef>
#include <memory>
#include <vector>

#include "absl/strings/string_view.h"

namespace crosscheck {

// Memory of one parse, freed as a whole: the parser's own way to free a tree calls itself once a level.
class Arena {
 public:
  static void* Allocate(void* self, size_t size) { return static_cast<Arena*>(self)->Take(size); }
  static void Free(void*, void*) {}

 private:
  void* Take(size_t size);

  std::vector<std::unique_ptr<std::max_align_t[]>> chunks_;
  char* at_ = nullptr;
  size_t left_ = 0;
};

// The tree of `html`, as browsers read it. It lives as long as `arena`, and points into `html`.
const GumboNode* ParseTree(absl::string_view html, Arena& arena);

// An attack on the parser, whose time is the square of the depth: more than 20,000 elements inside one another,
// roughly.
bool IsTooDeep(absl::string_view html);

bool IsElement(const GumboNode* node);
const GumboVector* ChildrenOf(const GumboNode* node);  // nullptr where it can have none

}  // namespace crosscheck

#endif  // CROSSCHECK_DOCUMENT_HTML_TREE_H_
