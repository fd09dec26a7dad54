// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

#include "app/panels/ElementPreview.h"
#include "app/session/Selection.h"
#include "layers/scheme/ElementChange.h"
#include "layers/scheme/ElementProfile.h"
#include "layers/scheme/LayoutKinds.h"

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace app {

class ElementParts;
class ElementWords;
class PanelBody;
class ProposalList;

/// 要素编辑: makes an element of words of a paper, draws elements of a scheme, and changes members, order, carriers and
/// width of an element that is drawn. The shape shows on the map while it is edited; taking it over is one undo step,
/// with the link to the clause. GUI thread.
class ElementEditor : public QWidget {
    Q_OBJECT
public:
    explicit ElementEditor(Workbench& workbench, QWidget* parent = nullptr);

    /// A new element, of the words of a clause if one is given.
    void beginNew(const std::string& clauseId = {});
    /// An element of a scheme that is to be drawn; `scheme` titles the layer.
    void beginElement(const layers::SchemeElement& element, const std::string& scheme);
    /// Several of one scheme, as they are.
    void beginSeveral(std::vector<layers::SchemeElement> elements, const std::string& scheme);
    /// One that is drawn; nothing if the feature has no recipe.
    void beginFeature(gis::LayerId layer, gis::FeatureId feature);
    /// Nothing is edited any more; the preview goes.
    void stop();
    bool isEditing() const { return m_mode != Mode::Nothing; }
    const ElementPreview& preview() const { return m_preview; }

    /// What is said of the element, as a form brought it: of a new one it is drawn with it, of one that is drawn or of a
    /// scheme it is one undo step of its own, whatever else is being changed here stays as it is.
    void takeProfile(const layers::ElementProfile& profile);

Q_SIGNALS:
    /// The form for what is said of the element.
    void profileWanted(const layers::SchemeElement& element);

public Q_SLOTS:
    /// Takes the shape over, if it is ready.
    void accept();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    enum class Mode { Nothing, New, Element, Several, Feature };
    QWidget* makeHead();
    QWidget* makeForm();
    QWidget* makeFoot();
    QWidget* makeHandStrip();
    void connectParts();
    void begin(Mode mode, const layers::SchemeElement& element, const QString& heading);
    void fillKinds();
    void fillLayers();
    void showParameters();
    void showParameter(QDoubleSpinBox& box, const char* parameter, const std::optional<double>& own);
    void showParts();
    void takeDraft();
    void takeKnown(const std::string& elementId);
    int addMember(const layers::SchemePlace& place, const QString& reason, bool isTaken);
    int addCarrier(const layers::SchemeCarrier& carrier, const QString& reason, bool isTaken);
    std::string carrierKind(const std::string& name) const;
    void memberEntered(const QString& name);
    void carrierEntered(const QString& name);
    void pickCarrier();
    void carrierPicked(const FeatureSet& feature);
    void fillSuggestions();
    void kindChosen();
    void showDraftName();
    void showAbout();
    void askForProfile();
    /// Orders the preview of what the form says.
    void refresh();
    void showOutcome();
    void planChanged();
    void giveUp();
    gis::Result<layers::SchemeElement> element() const;
    layers::SchemeElement newElement(const layers::ElementWish& wish) const;
    gis::LayerId targetLayer() const;
    QString shownName() const;

    Workbench& m_workbench;
    layers::LayoutKinds m_kinds;
    layers::StatusClasses m_stages;
    Mode m_mode = Mode::Nothing;
    layers::SchemeElement m_element;  ///< as it was before it was edited
    std::vector<layers::SchemeElement> m_several;
    std::string m_scheme;
    FeatureSet m_feature;                        ///< of Mode::Feature
    std::vector<layers::SchemePlace> m_places;   ///< of the member rows, by key
    std::vector<bool> m_proposed;                ///< of the member rows: found in the words
    std::vector<layers::SchemeCarrier> m_lines;  ///< of the carrier rows, by key
    std::vector<bool> m_proposedLines;
    ElementPreview m_preview;
    layers::LatestJob m_knownJob;
    bool m_filling = false;
    bool m_isTouched = false;  ///< the user ticked or moved a row
    bool m_isAskedToGiveUp = false;
    bool m_isAway = false;        ///< another panel stands before this one
    bool m_kindIsChosen = false;  ///< by the user, not by the words
    bool m_zooms = false;

    PanelBody* m_body;
    QLabel* m_heading;
    QLabel* m_about;
    QWidget* m_hand;
    QCheckBox* m_replace;
    QWidget* m_editable;
    QFormLayout* m_form;
    QComboBox* m_kind;
    QLineEdit* m_name;
    ElementWords* m_words;
    ProposalList* m_known;
    ElementParts* m_carriers;
    ElementParts* m_members;
    QDoubleSpinBox* m_width;
    QDoubleSpinBox* m_radius;
    QLabel* m_outcome;
    QLabel* m_warnings;
    QLabel* m_layerLabel;
    QComboBox* m_layer;
    QPushButton* m_accept;
};

}  // namespace app
