// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "gis/drawing/DrawingForm.h"

namespace gis {

/// Which vertices of a line or ring are drawn in a view at a tolerance. A value that refers to a form; any thread.
class KeptVertices {
public:
    /// `view` and `tolerance` in units of the coordinates. At most half a device pixel for `tolerance` is the rule.
    KeptVertices(const DrawingForm& form, const Extent& view, double tolerance)
        : m_form(form), m_view(view), m_droppedUpTo(form.scale.droppedUpTo(tolerance)) {}

    /// Puts the indexes of the coordinates that stay into `kept`, in their order; a ring's repeated end is left out.
    /// Stretches that lie outside on one side of the view may be shortened to one straight line there, which changes
    /// neither what is covered in the view nor the lines that are seen in it.
    void of(std::size_t shape, std::uint32_t sequence, std::vector<std::uint32_t>& kept) const;

private:
    struct Sequence {
        std::size_t shape;
        std::uint32_t begin;              ///< first coordinate
        std::uint32_t edges;              ///< number of edges
        std::uint32_t firstRun, lastRun;  ///< half-open, within the shape
    };
    void visit(const Sequence& of, std::uint32_t level, std::uint32_t node, std::uint32_t boxes,
               std::vector<std::uint32_t>& kept) const;
    void addRun(const Sequence& of, std::uint32_t run, std::vector<std::uint32_t>& kept) const;
    void addEnds(const Sequence& of, std::uint32_t firstRun, std::uint32_t lastRun,
                 std::vector<std::uint32_t>& kept) const;
    bool isAside(const Extent& box) const;

    const DrawingForm& m_form;
    Extent m_view;
    int m_droppedUpTo;
};

}  // namespace gis
