// Where Graphviz puts the boxes and lines of a picture.
#include "report/picture_layout.h"

#include <doctest/doctest.h>

#include <cstdlib>
#include <string>
#include <thread>
#include <vector>

#include "absl/strings/str_cat.h"

namespace crosscheck {
namespace {

using Kind = PictureNode::Kind;

PictureNode Node(Kind kind, uint32_t finding) {
  PictureNode node;
  node.kind = kind;
  node.finding = finding;
  return node;
}

PictureEdge Edge(PictureEdge::Kind kind, uint32_t from, uint32_t to) {
  PictureEdge edge;
  edge.kind = kind;
  edge.from = from;
  edge.to = to;
  return edge;
}

// Two documents, two claims of one finding, two positions that are at odds.
Picture TwoSides() {
  Picture picture;
  picture.nodes = {Node(Kind::kDocument, 0), Node(Kind::kDocument, 0), Node(Kind::kClaim, 3),
                   Node(Kind::kClaim, 3),    Node(Kind::kPosition, 3), Node(Kind::kPosition, 3)};
  picture.edges = {Edge(PictureEdge::Kind::kSays, 0, 2), Edge(PictureEdge::Kind::kSays, 1, 3),
                   Edge(PictureEdge::Kind::kHolds, 2, 4), Edge(PictureEdge::Kind::kHolds, 3, 5),
                   Edge(PictureEdge::Kind::kConflict, 4, 5)};
  return picture;
}

std::vector<std::pair<int, int>> Sizes(const Picture& picture) {
  return std::vector<std::pair<int, int>>(picture.nodes.size(), {240, 42});
}

std::string Written(const PictureLayout& layout) {
  std::string out = absl::StrCat(layout.width, "x", layout.height);
  for (const PicturePoint& centre : layout.centres) absl::StrAppend(&out, " ", centre.x, ",", centre.y);
  for (const auto& line : layout.lines) {
    for (const PicturePoint& point : line) absl::StrAppend(&out, " ", point.x, ",", point.y);
  }
  return out;
}

TEST_CASE("documents stand on the left, claims in the middle, positions on the right, and no box on another") {
  const Picture picture = TwoSides();
  const PictureLayout layout = LayOutPicture(picture, Sizes(picture), 34);
  REQUIRE(layout.centres.size() == picture.nodes.size());
  CHECK(layout.centres[0].x + 240 < layout.centres[2].x);
  CHECK(layout.centres[2].x + 240 < layout.centres[4].x);
  CHECK(layout.centres[0].x == layout.centres[1].x);
  for (size_t i = 0; i < layout.centres.size(); i += 2) {
    CHECK(std::abs(layout.centres[i].y - layout.centres[i + 1].y) > 42);
  }
  for (const auto& line : layout.lines) CHECK(line.size() % 3 == 1);
  REQUIRE(layout.corners.size() == 1);
  CHECK(layout.corners[0].first == 3);
  CHECK(layout.corners[0].second.y + 34 <= std::min(layout.centres[2].y, layout.centres[3].y) - 21);
}

TEST_CASE("a picture is laid out the same by every thread") {
  const Picture picture = TwoSides();
  const std::string wanted = Written(LayOutPicture(picture, Sizes(picture), 34));
  std::vector<std::string> got(4);
  std::vector<std::thread> threads;
  for (std::string& own : got) {
    threads.emplace_back([&own, &picture] { own = Written(LayOutPicture(picture, Sizes(picture), 34)); });
  }
  for (std::thread& thread : threads) thread.join();
  for (const std::string& own : got) CHECK(own == wanted);
}

TEST_CASE("nothing to draw has no size, and one box stands alone") {
  CHECK(LayOutPicture({}, {}, 34).width == 0);
  Picture one;
  one.nodes = {Node(Kind::kDocument, 0)};
  const PictureLayout layout = LayOutPicture(one, {{240, 42}}, 34);
  REQUIRE(layout.centres.size() == 1);
  CHECK(layout.width >= 240);
  CHECK(layout.height >= 42);
}

}  // namespace
}  // namespace crosscheck
