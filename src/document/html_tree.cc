#include "document/html_tree.h"

#include <algorithm>

#include "absl/strings/ascii.h"

namespace crosscheck {

namespace {

constexpr int kDeepestPage = 20'000;  // elements

// Elements that have no end tag, or whose next sibling ends them.
bool EndsByItself(absl::string_view name) {
  constexpr absl::string_view kNames[] = {"area",  "base", "br",   "col",    "embed", "hr",    "img",
                                          "input", "link", "meta", "source", "wbr",   "p",     "li",
                                          "dt",    "dd",   "tr",   "td",     "th",    "option"};
  return std::find(std::begin(kNames), std::end(kNames), name) != std::end(kNames);
}

// How deep `html` nests its elements, roughly: start tags that no end tag answers.
int DepthOf(absl::string_view html) {
  int depth = 0;
  int deepest = 0;
  for (size_t at = html.find('<'); at != absl::string_view::npos; at = html.find('<', at + 1)) {
    if (at + 1 < html.size() && html[at + 1] == '/') {
      depth = std::max(0, depth - 1);
      continue;
    }
    size_t end = at + 1;
    while (end < html.size() && absl::ascii_isalnum(static_cast<unsigned char>(html[end]))) ++end;
    if (end == at + 1 || EndsByItself(absl::AsciiStrToLower(html.substr(at + 1, std::min<size_t>(end - at - 1, 8)))))
      continue;
    deepest = std::max(deepest, ++depth);
  }
  return deepest;
}

}  // namespace

void* Arena::Take(size_t size) {
  constexpr size_t kAlign = alignof(std::max_align_t);
  constexpr size_t kChunk = size_t{1} << 16;
  size = (size + kAlign - 1) / kAlign * kAlign;
  if (size > left_) {
    const size_t chunk = std::max(size, kChunk);
    chunks_.push_back(
        std::make_unique<std::max_align_t[]>((chunk + sizeof(std::max_align_t) - 1) / sizeof(std::max_align_t)));
    at_ = reinterpret_cast<char*>(chunks_.back().get());
    left_ = chunk;
  }
  void* taken = at_;
  at_ += size;
  left_ -= size;
  return taken;
}

const GumboNode* ParseTree(absl::string_view html, Arena& arena) {
  GumboOptions options = kGumboDefaultOptions;
  options.allocator = Arena::Allocate;
  options.deallocator = Arena::Free;
  options.userdata = &arena;
  options.max_errors = 0;
  return gumbo_parse_with_options(&options, html.data(), html.size())->document;
}

bool IsTooDeep(absl::string_view html) { return DepthOf(html) > kDeepestPage; }

bool IsElement(const GumboNode* node) { return node->type == GUMBO_NODE_ELEMENT || node->type == GUMBO_NODE_TEMPLATE; }

const GumboVector* ChildrenOf(const GumboNode* node) {
  if (IsElement(node)) return &node->v.element.children;
  return node->type == GUMBO_NODE_DOCUMENT ? &node->v.document.children : nullptr;
}

}  // namespace crosscheck
