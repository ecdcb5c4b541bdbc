"""Runs supervision over a file of detections, once for each line read from standard input, and answers each with a line: the number
of objects in zones and of crossings, summed over the frames. Modes: "line" gives every frame's boxes, as they are, to a LineZone;
"frame" tracks them by ByteTrack, then asks ten PolygonZones and a LineZone.

A line of text in the file is "frame x y width height score", frames from 1, in pixels; in mode "line" the score is the track's number.
The zones' file has one polygon a line: x y x y ...; the wire's two ends are its last line.
"""

import sys

import numpy
import supervision


def detections(rows, tracked):
    boxes = numpy.array([[x, y, x + w, y + h] for x, y, w, h, _ in rows], dtype=numpy.float32).reshape(-1, 4)
    last = [row[4] for row in rows]
    scores = numpy.ones(len(rows)) if tracked else numpy.array(last)
    found = supervision.Detections(
        xyxy=boxes, confidence=scores.astype(numpy.float32), class_id=numpy.zeros(len(rows), dtype=int)
    )
    if tracked:
        found.tracker_id = numpy.array(last, dtype=int)
    return found


def main():
    mode, boxes, places, count, fps = sys.argv[1], sys.argv[2], sys.argv[3], int(sys.argv[4]), int(sys.argv[5])
    rows = [[] for _ in range(count)]
    with open(boxes) as file:
        for line in file:
            frame, *box = line.split()
            rows[int(frame) - 1].append([float(v) for v in box])
    with open(places) as file:
        rings = [numpy.array([float(v) for v in line.split()]).reshape(-1, 2) for line in file]
    zones = [supervision.PolygonZone(polygon=ring.round().astype(int)) for ring in rings[:-1]]
    ends = [supervision.Point(x=x, y=y) for x, y in rings[-1].tolist()]
    # The foot of an object, as ours; its default asks all four corners.
    wire = supervision.LineZone(
        start=ends[0], end=ends[1], triggering_anchors=[supervision.Position.BOTTOM_CENTER]
    )
    frames = [detections(each, mode == "line") for each in rows]
    tracker = supervision.ByteTrack(frame_rate=fps)
    print("ready", flush=True)
    for _ in sys.stdin:
        hits = 0
        for found in frames:
            if mode == "frame":
                found = tracker.update_with_detections(found)
                for zone in zones:
                    hits += int(zone.trigger(found).sum())
            crossed_in, crossed_out = wire.trigger(found)
            hits += int(crossed_in.sum()) + int(crossed_out.sum())
        print(hits, flush=True)


main()
