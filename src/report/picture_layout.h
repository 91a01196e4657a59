#ifndef CROSSCHECK_REPORT_PICTURE_LAYOUT_H_
#define CROSSCHECK_REPORT_PICTURE_LAYOUT_H_

#include <utility>
#include <vector>

#include "graph/picture.h"

// Where the boxes and lines of a picture go, by Graphviz's layout of layers: documents on the left, claims in the
// middle, positions on the right, lines with as few crossings as can be found.
namespace crosscheck {

struct PicturePoint {
  int x = 0, y = 0;  // pixels, from the upper left corner
};

struct PictureLayout {
  int width = 0, height = 0;
  std::vector<PicturePoint> centres;             // by node
  std::vector<std::vector<PicturePoint>> lines;  // by edge: Bézier curves, 3n + 1 points; empty where none was laid
  // By finding (index into Report::findings): the upper left corner of what belongs to it.
  std::vector<std::pair<uint32_t, PicturePoint>> corners;
};

// `sizes` are those of the boxes of `picture`, width and height in pixels; `heading` is the room above the claims of
// each finding. The same bytes for the same picture; safe for concurrent use, one layout at a time.
// Graphviz does not give back all memory of a layout with groups: some kilobytes a picture.
PictureLayout LayOutPicture(const Picture& picture, const std::vector<std::pair<int, int>>& sizes, int heading);

}  // namespace crosscheck

#endif  // CROSSCHECK_REPORT_PICTURE_LAYOUT_H_
