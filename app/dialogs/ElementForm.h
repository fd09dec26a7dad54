// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

#include "layers/policy/PolicyCorpus.h"
#include "layers/scheme/LayoutKinds.h"
#include "layers/scheme/Scheme.h"

class QDoubleSpinBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QListWidget;
class QToolButton;

namespace app {

/// One element of a scheme: what it is and rests on, and what a planner may change before it is built: its members
/// and their order, width or radius. GUI thread.
class ElementForm : public QWidget {
    Q_OBJECT
public:
    explicit ElementForm(QWidget* parent = nullptr);
    void show(const layers::SchemeElement& element, const layers::PolicyCorpus& corpus);
    /// The element as it stands in the form.
    gis::Result<layers::SchemeElement> element() const;

Q_SIGNALS:
    void edited();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QWidget* makeMembers();
    void showPlace(const layers::SchemePlace& place);
    void showParameter(QDoubleSpinBox& box, const char* parameter, const std::optional<double>& own);
    void addMember();
    void removeMembers();
    QStringList knownPlaces();

    layers::LayoutKinds m_kinds;
    layers::SchemeElement m_element;
    std::vector<layers::SchemePlace> m_places;  ///< those that the rows stand for, by Qt::UserRole
    std::vector<layers::SchemePlace> m_known;   ///< administrative units to choose from
    QFormLayout* m_form;
    QLabel* m_kind;
    QLabel* m_clause;
    QLabel* m_carriers;
    QListWidget* m_members;
    QLineEdit* m_newMember;
    QToolButton* m_remove;
    QDoubleSpinBox* m_width;
    QDoubleSpinBox* m_radius;
    bool m_showing = false;
};

}  // namespace app
