#include "base/glob.h"

#include <doctest/doctest.h>

namespace crosscheck {
namespace {

TEST_CASE("a glob fits whole paths, name by name") {
  struct Case {
    const char* glob;
    const char* path;
    bool fits;
  };
  const Case cases[] = {
      {"drafts/*.md", "drafts/a.md", true},
      {"drafts/*.md", "drafts/sub/a.md", false},
      {"drafts/*.md", "old/drafts/a.md", false},
      {"drafts/**/*.md", "drafts/a.md", true},
      {"drafts/**/*.md", "drafts/x/y/a.md", true},
      {"**/wire.txt", "wire.txt", true},
      {"**/wire.txt", "a/b/wire.txt", true},
      {"*.md", "a/b/c.md", true},
      {"*.md", "c.mdx", false},
      {"changelog/", "changelog/1.4.md", true},
      {"changelog/", "changelogs/1.4.md", false},
      {"changelog/**", "changelog/old/1.4.md", true},
      {"./a.md", "a.md", true},
      {"a?.md", "a1.md", true},
      {"a?.md", "a\xC3\xA9.md", true},
      {"a?.md", "a.md", false},
      {"*a*b*c", "xxaxxbxxbxxc", true},
      {"*a*b*c", "xxaxxbxxbxx", false},
      {"**", "anything/at/all", true},
      {"", "a", false},
  };
  for (const Case& one : cases) {
    CAPTURE(one.glob);
    CAPTURE(one.path);
    CHECK(GlobFits(one.glob, one.path) == one.fits);
  }
}

TEST_CASE("the fixed folder is what stands before the first wildcard") {
  CHECK(FixedFolder("wires/2025/*.txt") == "wires/2025");
  CHECK(FixedFolder("wires/a.txt") == "wires");
  CHECK(FixedFolder("*.txt").empty());
  CHECK(FixedFolder("a*/b.txt").empty());
}

}  // namespace
}  // namespace crosscheck
