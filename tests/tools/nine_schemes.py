#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Cuts nine layout systems out of a file of elements, as a planner would hand them to tuce-cli.

Usage: nine_schemes.py LAYOUTS.json SAMPLE_SCHEMES OUT

Members, carriers, facts and clauses stay as the file has them. What a planner decides (short names for labels, where a
belt ends, which places a river is cut to) is stated here and marked decided_by. Writes OUT/<name>.json, OUT/<name>.style.json
where the colours follow a role or a stage, and OUT/sheets.tsv: name, title, basis, style of areas, style of members.
"""
import json
import os
import sys

PLANNER = "制图者"
PALETTE = ["#e8a15a", "#7fb2d9", "#9cc48a", "#c79ac7", "#e3cf6b", "#d98f8f", "#88c5bd", "#b3a58c", "#a5a9d6"]


def load(path):
    with open(path, encoding="utf-8") as file:
        return json.load(file)


def save(folder, name, data):
    with open(os.path.join(folder, name), "w", encoding="utf-8") as file:
        json.dump(data, file, ensure_ascii=False, indent=1)
        file.write("\n")


class Source:
    def __init__(self, layouts):
        self.layouts = layouts
        self.by_id = {element["id"]: element for element in layouts["elements"]}

    def of(self, ids, changes=None):
        changes = changes or {}
        made = []
        for element_id in ids:
            element = dict(self.by_id[element_id])
            if element_id in changes:
                element.update(changes[element_id], decided_by=PLANNER)
            made.append(element)
        return made

    def parts(self, whole):
        return [e["id"] for e in self.layouts["elements"]
                if any(r["type"] == "part_of" and r["target"] == whole for r in e.get("relations", []))]

    def scheme(self, title, elements):
        used = {element.get("document") for element in elements}
        return {"schema": "tuce-scheme/1", "title": title, "note": "示意",
                "documents": [d for d in self.layouts["documents"] if d["id"] in used], "elements": elements}


def darker(colour):
    return "#" + "".join(f"{int(int(colour[i:i + 2], 16) * 0.62):02x}" for i in (1, 3, 5))


def area_symbol(colour, alpha="8c"):
    """With a rim of its own colour where areas may lie over one another."""
    if alpha >= "80":
        line = {"colour": "#6b6b6b", "width_mm": 0.25}
    else:
        line = {"colour": darker(colour), "width_mm": 0.6, "inner_band_mm": 1.4, "inner_band_colour": colour + "90"}
    return {"fill": {"colour": colour + alpha}, "line": line}


def label(size, colour="#3a2a14", placement="inside", priority=80, field="name"):
    return {"field": field, "size_pt": size, "bold": True, "colour": colour, "halo_mm": 0.5, "placement": placement,
            "priority": priority}


def area_style(name, field, classes, size=9, alpha="8c", label_field="name"):
    """Filled areas, one colour for each class."""
    return {"name": name, "version": 1, "origin": "本图自拟", "title": name, "category_field": field,
            "categories": [{"value": value, "title": title, "symbol": area_symbol(PALETTE[i % len(PALETTE)], alpha),
                            "label": label(size, field=label_field)} for i, (value, title) in enumerate(classes)],
            "symbol": area_symbol("#d9d9d9", alpha), "label": label(size, field=label_field)}


# study … operating: from a thin dash to a full line, from light to dark
STAGES = [("operating", "在用", "#5a1a1a", 1.1, []), ("upgrade", "提升", "#8a1f3d", 0.9, []),
          ("expansion", "扩能改造", "#8a1f3d", 0.9, []), ("construction", "在建", "#c0391b", 0.9, []),
          ("start", "开工建设", "#e07b1a", 0.8, []), ("planned", "规划建设", "#2f7fbf", 0.7, [3.0, 1.2]),
          ("preliminary", "前期工作", "#2f8a6b", 0.7, [3.0, 1.2]), ("study", "规划研究", "#7a7f8c", 0.6, [1.4, 1.1])]


def stage_style():
    categories = []
    for value, title, colour, width, dash in STAGES:
        line = {"colour": colour, "width_mm": width, "casing_colour": "#ffffff", "casing_mm": 0.25}
        if dash:
            line["dash_mm"] = dash
        categories.append({"value": value, "title": title, "symbol": {"line": line},
                           "label": label(6.5, colour, "along_line", 60)})
    return {"name": "rail_by_stage", "version": 1, "origin": "本图自拟", "title": "铁路(按阶段)", "category_field": "status",
            "categories": categories, "symbol": {"line": {"colour": "#5c6880", "width_mm": 0.4}},
            "label": label(6.5, "#5c6880", "along_line", 50)}


# What is usually said for a section whose full name is longer than its line.
RAIL_NAMES = {"cn.railway.01": "隆黄铁路隆叙段", "cn.railway.02": "隆黄铁路叙毕段", "cn.railway.03": "成渝铁路成隆段",
              "lh.railway.08": "川南城际内自泸段", "lh.railway.09": "汉巴南铁路南巴段", "lh.railway.16": "成昆铁路峨米段"}


def rail(source):
    """One line for each railway: where several papers name it, the latest of them."""
    dates = {d["id"]: d.get("date_made") or d.get("date_published") or d.get("date_inferred") or ""
             for d in source.layouts["documents"]}
    railways = [e for e in source.layouts["elements"] if e["kind"] == "railway" and len(e.get("members", [])) > 1]
    older = set()
    for element in railways:
        for relation in element.get("relations", []):
            other = source.by_id.get(relation["target"])
            if relation["type"] == "same_as" and other is not None and other["kind"] == "railway":
                first, last = sorted((element, other), key=lambda e: dates[e["document"]])
                older.add(first["id"])
    made = []
    for element in railways:
        if element["id"] in older:
            continue
        short = RAIL_NAMES.get(element["id"], element["name"])
        if element["id"] not in RAIL_NAMES:
            for tail in ("扩能改造", "市域(郊)铁路", "高速铁路", "铁路"):
                short = short.replace(tail, "")
        made.append(dict(element, short_name=short, decided_by=PLANNER))
    return made


def node_cities(source, axis):
    """The node cities of an axis as nodes of their own."""
    return [{"id": axis + "/" + member["name"], "document": source.by_id[axis]["document"], "kind": "regional_center",
             "name": member["name"], "clause": source.by_id[axis]["clause"], "inferred": True, "decided_by": PLANNER,
             "members": [member], "relations": [{"type": "part_of", "target": axis}]}
            for member in source.by_id[axis]["members"]]


def seats(elements, places):
    """The towns that a system names, as points to be labelled; what has a node of its own is left out."""
    own = {m["name"] for e in elements if e["kind"] in ("regional_center", "core", "cluster")
           for m in e.get("members", [])}
    codes = {m["adcode"]: m.get("level", "") for e in elements for m in e.get("members", []) if m.get("adcode")}
    features = [{"type": "Feature", "properties": {"name": p["name"], "adcode": p["adcode"], "level": p["level"]},
                 "geometry": {"type": "Point", "coordinates": [p["lon"], p["lat"]]}}
                for p in places if p.get("adcode") in codes and p["name"] not in own]
    return {"type": "FeatureCollection", "features": features}


def main(layouts, samples, out):
    os.makedirs(out, exist_ok=True)
    source = Source(load(layouts))
    places = load(os.path.join(samples, "..", "places.json"))["places"]
    rows = []

    def add(name, title, basis, elements, style="layout", members_style="-", style_data=None):
        save(out, name + ".json", source.scheme(title, elements))
        save(out, name + ".seats.geojson", seats(elements, places))
        if style_data is not None:
            save(out, name + ".style.json", style_data)
        rows.append([name, title, basis, style, members_style])

    def sample(file, ids):
        by_id = {e["id"]: e for e in load(os.path.join(samples, file))["elements"]}
        return [by_id[i] for i in ids]

    add("1_one_axis_two_belts_three_clusters", "万达开地区“一轴两带三组团”区域发展布局图", "渝府发〔2023〕9号 (五)",
        sample("wandakai.json", ["wdk.zone", "wdk.axis", "wdk.belt_xiyu", "wdk.belt_xiangyu", "wdk.cluster_wanzhou",
                                 "wdk.cluster_dazhou", "wdk.cluster_kaizhou"]))
    add("2_two_axes_two_belts", "川南渝西地区“两轴两带”布局图", "川南渝西地区融合发展总体方案(2023) (五)",
        sample("chuannan.json", ["cn.zone", "cn.axis_changjiang", "cn.axis_nanxian", "cn.belt_huancq",
                                 "cn.belt_neiziyi"]))

    region = [dict(m, inferred=True) for m in source.by_id["cn.zone"]["members"] if m.get("adcode")]
    rivers = [i for i in source.parts("cn.eco_layout") if source.by_id[i].get("carriers")]
    drawn = {i: {"members": region, "width_km": 7 if i == "cn.eco_corridor" else 4.5,
                 "short_name": source.by_id[i]["name"].split("(")[0]}
             for i in rivers if i != "cn.eco_belt_綦江"}
    add("3_one_corridor_four_belts", "川南渝西地区“一廊四带多点”生态安全格局图", "川南渝西地区融合发展总体方案(2023) 六",
        source.of(["cn.zone"] + rivers, drawn))

    roles = ["中心城区", "同城化", "支点城市", "桥头堡城市", "全面融入"]
    add("4_chongqing_by_role", "重庆都市圈空间组织图(按功能)", "成渝双城经济圈联合实施方案(2021)",
        source.of(["lh.metro_cq"]), "metro_outline", "style",
        area_style("重庆都市圈", "role", [(r, r) for r in roles], 8.5))

    ends = {"ends": {"start": {"name": "成都市", "adcode": "510100"}, "finish": {"name": "重庆市", "adcode": "500000"}}}
    add("5_main_axis", "成渝发展主轴布局图", "成渝双城经济圈联合实施方案(2021)",
        source.of(["lh.axis_n", "lh.axis_m", "lh.axis_s", "lh.core_cd", "lh.core_cq"],
                  {"lh.axis_n": {"short_name": "成渝北线", **ends}, "lh.axis_m": {"short_name": "成渝中线", **ends},
                   "lh.axis_s": {"short_name": "成渝南线", **ends}, "lh.core_cd": {"short_name": "成都"},
                   "lh.core_cq": {"short_name": "重庆"}}) + node_cities(source, "lh.axis"))

    groups = [("pl.grp_ne", "川东北渝东北"), ("pl.grp_mid", "成渝中部"), ("pl.grp_s", "川南渝西")]
    short = {"pl.pf1": "万达开川渝统筹发展示范区", "pl.pf2": "明月山绿色发展示范带", "pl.pf3": "城宣万革命老区振兴发展示范区",
             "pl.pf5": "合广长协同发展示范区", "pl.pf6": "遂潼一体化发展先行区",
             "pl.pf8": "内荣现代农业高新区"}
    legend = {p: name for p, name in short.items() if p != "pl.pf8"}  # there its whole name has room
    platforms = [p for group, _ in groups for p in source.parts(group)]
    add("6_neighbouring_platforms", "川渝毗邻地区区域发展功能平台布局图", "渝府办发〔2020〕97号 (四)(五)(六)",
        source.of(platforms, {p: {"short_name": name} for p, name in short.items()}),
        "style", "-",
        area_style("功能平台", "element_id",
                   [(p, legend.get(p, source.by_id[p]["name"])) for p in platforms], 8.5, "38"))

    zones = [i for i in source.parts("qy.layout")]
    add("7_five_zones", "四川省“一干多支、五区协同”区域发展格局图", "四川省区域协调发展新机制实施方案(2019)",
        source.of(["qy.layout"] + zones, {"qy.layout": {"short_name": "成都(一干)", "kind": "core"}}), "style", "-",
        area_style("五区", "element_id", [(z, source.by_id[z]["name"]) for z in zones], 12))

    both = [{"name": "四川省", "adcode": "510000", "level": "province", "inferred": True},
            {"name": "重庆市", "adcode": "500000", "level": "province", "inferred": True}]
    add("8_six_rivers", "成渝地区六江生态廊道布局图", "成渝双城经济圈联合实施方案(2021)",
        source.of(["lh.eco_" + r for r in ("长江", "嘉陵江", "乌江", "涪江", "岷江", "沱江")],
                  {"lh.eco_" + r: {"width_km": 10 if r == "长江" else 6, "members": both}
                   for r in ("长江", "嘉陵江", "乌江", "涪江", "岷江", "沱江")}))

    add("9_rail_by_stage", "川渝铁路建设时序图(按文件所述阶段)", "五份文件,同一线路取最近一份的说法", rail(source), "style", "-",
        stage_style())

    with open(os.path.join(out, "sheets.tsv"), "w", encoding="utf-8") as file:
        for row in rows:
            file.write("\t".join(row) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
